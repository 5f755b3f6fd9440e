// Without its fonts: the site asks nobody for anything, and reads well in those that are there.
import DefaultTheme from 'vitepress/theme-without-fonts'
import './style.css'

export default DefaultTheme
