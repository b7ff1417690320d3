import 'harreman/faq-chat';
import { mount } from 'svelte';
import Probe from './Probe.svelte';

mount(Probe, { target: document.getElementById('app')! });
