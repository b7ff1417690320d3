import 'harreman/faq-chat';
import { createApp } from 'vue';
import Probe from './Probe.vue';

createApp(Probe).mount('#app');
