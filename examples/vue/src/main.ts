import { sendoff } from 'sendoff/vue'
import { createApp } from 'vue'
import App from './App.vue'
import router from './router'
import { track } from './track'

const app = createApp(App)

app.use(router)
app.use(sendoff, { track, router })

app.mount('#app')
