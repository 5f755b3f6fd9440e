import { Component } from '@angular/core'
import { RouterLink } from '@angular/router'

@Component({ imports: [RouterLink], template: '<a routerLink="/product/A-1">Tea</a>' })
export class Home {}
