import { createRoot } from 'react-dom/client';
import { Shelf } from './Shelf.jsx';

createRoot(document.getElementById('root')).render(<Shelf />);
