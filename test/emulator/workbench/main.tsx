import { createRoot } from 'react-dom/client';
import '../fonts';
import { startLoading } from './load';
import './styles/index.css';
import { Workbench } from './workbench';

const mount = document.getElementById('workbench');
if (mount === null) throw new Error('the page has no element #workbench');
startLoading();
createRoot(mount).render(<Workbench />);
