import { Book } from './book.js';

const book = new Book();
const sum = () => console.log('means', JSON.stringify(book.means()));

sum();
const timer = setInterval(sum, 60_000);
process.once('SIGTERM', () => clearInterval(timer));
