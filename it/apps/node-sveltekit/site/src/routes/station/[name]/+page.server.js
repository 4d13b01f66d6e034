import { error } from '@sveltejs/kit';
import { stations } from '$lib/server/stations.js';

export function load({ params }) {
	const station = stations.find((one) => one.name === params.name);
	return station ?? error(404, 'Diese Station gibt es nicht');
}
