import { createContext } from 'react';

/** Whether the prior courses are still being moved within the margin: whether what is met holds then is not known yet. */
export const Moving = createContext(false);
