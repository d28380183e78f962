import { createPinia } from 'pinia'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createApp } from 'vue'
import 'element-plus/dist/index.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shapes.css'
import './styles/element.css'
import App from './views/App.vue'
import { router } from './views/router'

// Weeks begin on Monday in every calendar of Element Plus.
dayjs.locale('zh-cn')

createApp(App).use(createPinia()).use(router).mount('#app')
