import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recipes } from '../src/recipes.js';
import { forGuests, shoppingList } from '../src/reckoning.js';

test('twice the guests need twice the flour', () => {
  assert.equal(forGuests(recipes[0], 8).ingredients[0].amount, 800);
});

test('what two recipes need is bought once', () => {
  const flour = shoppingList([recipes[0], recipes[2]]).filter((i) => i.name === 'Mehl');
  assert.deepEqual(flour, [{ name: 'Mehl', amount: 480, unit: 'g' }]);
});
