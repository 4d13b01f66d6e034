export const stations = [
	{ name: 'Käsmark', height: 612 },
	{ name: 'Änderhöhe', height: 1480 }
];
