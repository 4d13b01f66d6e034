/** The recipe with amounts for so many guests. */
export function forGuests(recipe, guests) {
  const ingredients = recipe.ingredients.map((i) => ({
    ...i,
    amount: rounded((i.amount * guests) / recipe.guests),
  }));
  return { ...recipe, guests, ingredients };
}

/** What has to be bought for all of these recipes, sorted by name. */
export function shoppingList(recipes) {
  const sums = new Map();
  for (const { name, amount, unit } of recipes.flatMap((r) => r.ingredients)) {
    const key = `${name}/${unit}`;
    const sum = sums.get(key) ?? { name, amount: 0, unit };
    sums.set(key, { ...sum, amount: rounded(sum.amount + amount) });
  }
  return [...sums.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function rounded(amount) {
  return Math.round(amount * 100) / 100;
}
