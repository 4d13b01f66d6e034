import { createApp } from 'vue';
import Sky from './Sky.vue';

createApp(Sky).mount('#app');
