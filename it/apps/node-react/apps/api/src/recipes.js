export const recipes = [
  {
    id: 1,
    title: 'Käsespätzle',
    guests: 4,
    ingredients: [
      { name: 'Mehl', amount: 400, unit: 'g' },
      { name: 'Bergkäse', amount: 250, unit: 'g' },
      { name: 'Zwiebeln', amount: 3, unit: '' },
    ],
  },
  {
    id: 2,
    title: 'Soupe aux limons',
    guests: 2,
    ingredients: [
      { name: 'Limonen', amount: 3, unit: '' },
      { name: 'Brühe', amount: 0.5, unit: 'l' },
    ],
  },
  {
    id: 3,
    title: 'Żurek z Łąki',
    guests: 4,
    ingredients: [
      { name: 'Mehl', amount: 80, unit: 'g' },
      { name: 'Crème fraîche', amount: 200, unit: 'g' },
      { name: 'Brühe', amount: 1.2, unit: 'l' },
    ],
  },
];
