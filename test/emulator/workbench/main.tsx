import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import { createRoot } from 'react-dom/client';
import { startLoading } from './load';
import './styles/index.css';
import { Workbench } from './workbench';

const mount = document.getElementById('workbench');
if (mount === null) throw new Error('the page has no element #workbench');
startLoading();
createRoot(mount).render(<Workbench />);
