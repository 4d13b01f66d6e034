import { stations } from '$lib/server/stations.js';

export const load = () => ({ stations });
