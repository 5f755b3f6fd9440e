/** The content of an element. A text is set as text, so nothing here takes markup. */
export type Content = Node | string | number

/** Sets a text if it differs, so that an unchanged text keeps its selection and is not read out again. */
export const setText = (element: Element, text: string | number): void => {
  if (element.textContent !== `${text}`) element.textContent = `${text}`
}

/** Makes an element with a class, attributes and children. */
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
