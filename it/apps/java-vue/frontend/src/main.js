import { createApp } from 'vue';
import Organs from './Organs.vue';

createApp(Organs).mount('#app');
