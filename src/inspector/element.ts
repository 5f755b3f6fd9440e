/** Texts are set as text: nothing here takes markup. */
export type Content = Node | string | number

/** Sets a text, if it is another one: what stays as it is moves no selection and is not read out again. */
export const setText = (element: Element, text: string | number): void => {
  if (element.textContent !== `${text}`) element.textContent = `${text}`
}

/** An element with a class, attributes and children. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  children: readonly Content[] = [],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  if (className) made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.map((child) => (child instanceof Node ? child : `${child}`)))
  return made
}
