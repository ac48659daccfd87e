import DefaultTheme from 'vitepress/theme';
import './figure.css';

export default DefaultTheme;
