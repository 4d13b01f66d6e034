import express from 'express';
import { recipes } from './recipes.js';
import { forGuests, shoppingList } from './reckoning.js';

export function app() {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '10kb' }));

  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  app.get('/api/recipes', (_request, response) => {
    response.json(recipes.map(({ id, title, guests }) => ({ id, title, guests })));
  });

  app.get('/api/recipes/:id', (request, response) => {
    const recipe = recipes.find((r) => r.id === Number(request.params.id));
    if (!recipe) return response.status(404).json({ error: 'no such recipe' });
    const guests = Number(request.query.guests ?? recipe.guests);
    if (!Number.isInteger(guests) || guests < 1) {
      return response.status(400).json({ error: 'guests: a whole number from 1 on' });
    }
    response.json(forGuests(recipe, guests));
  });

  app.post('/api/shopping', (request, response) => {
    const wanted = request.body?.recipes;
    if (!Array.isArray(wanted)) return response.status(400).json({ error: 'recipes: a list of ids' });
    response.json(shoppingList(recipes.filter((r) => wanted.includes(r.id))));
  });

  app.use((_request, response) => {
    response.status(404).json({ error: 'no such route' });
  });
  return app;
}
