import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/dist/index.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/element.css'
import App from './views/App.vue'
import { router } from './views/router'

createApp(App).use(createPinia()).use(router).mount('#app')
