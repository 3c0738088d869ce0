/** The product's theme lives with the components it dresses; the app re-exports it for its own Mantine use. */
export { theme } from '@caseboard/web/ui';
