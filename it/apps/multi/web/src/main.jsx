import { createRoot } from 'react-dom/client';
import { Market } from './Market.jsx';

createRoot(document.getElementById('root')).render(<Market />);
