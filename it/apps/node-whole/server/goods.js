const goods = [
  { id: 1, name: "Kännchen", euros: 4 },
  { id: 2, name: "Lampe à huile", euros: 11 },
];

export const all = () => goods;
export const byId = (id) => goods.find((one) => one.id === id);
