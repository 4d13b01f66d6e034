import { mount } from 'svelte';
import Atlas from './Atlas.svelte';

mount(Atlas, { target: document.getElementById('app') });
