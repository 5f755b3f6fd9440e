/** In an attribute of a script tag, it stands for where the vendor is reached. */
export const ADDRESS = 'SITE'
