import { Component, effect, input } from '@angular/core'
import { RouterLink } from '@angular/router'
import { track } from './track'

@Component({
  imports: [RouterLink],
  template: `
    <button type="button" (click)="add()">Add to cart</button>
    <a routerLink="/">Home</a>
    <a [routerLink]="['/product', sku()]">Again</a>
    <a routerLink="/sold-out">Sold out</a>
  `,
})
export class Product {
  readonly sku = input.required<string>()
  readonly viewed = effect(() => {
    track('Viewed Product', { sku: this.sku() })
  })

  add(): void {
    track('Added to Cart', { sku: this.sku() })
  }
}
