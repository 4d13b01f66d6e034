export const rivers = [
  { name: "Mühlbach", metres: 0.8 },
  { name: "Río Seco", metres: 0 },
];
