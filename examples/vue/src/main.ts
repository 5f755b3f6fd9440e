import { sendoff } from 'sendoff/vue'
import { createApp } from 'vue'
import App from './app.vue'
import { router } from './router'
import { track } from './track'

createApp(App).use(router).use(sendoff, { track, router }).mount('#app')
