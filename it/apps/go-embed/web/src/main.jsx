import { createRoot } from 'react-dom/client';
import { Roofs } from './Roofs.jsx';

createRoot(document.getElementById('root')).render(<Roofs />);
