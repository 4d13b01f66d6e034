export const huts = [
  { name: "Hörnli", height: 1410 },
  { name: "Cabane d'Orny", height: 2826 },
];
