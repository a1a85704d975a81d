// Older scripts end every address in `.json`, and Statuspage answers them.
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '../pages/route';
