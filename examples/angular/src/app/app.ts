import { Component } from '@angular/core'
import { RouterOutlet } from '@angular/router'
import './track'

@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {}
