import { declaredEvent } from "./declared-event.js";
/** The prototype's own: a field called `attributes` hides that of its form. */
const attributesOf = (element) => Reflect.get(Element.prototype, 'attributes', element);
const isDeclared = (target) => target instanceof Element && attributesOf(target).getNamedItem('data-track') !== null;
/** The control that the browser will click by itself after this click, since it hit the control's label. */
const labelledBy = (path) => {
    const label = path.find((target) => target instanceof HTMLLabelElement);
    const control = label?.control ?? null;
    return control && path.includes(control) ? null : control;
};
/**
 * Tracks what elements declare with `data-track` and `data-track-…`: a click on the element or anything in it, be it by
 * mouse, finger or keyboard, and a form's `submit`. Of nested elements the innermost counts. One listener for each of
 * the two, on the document, before the page's own: these cannot hide what has happened. Returns the way to stop.
 */
export const onDeclared = (track, document = window.document) => {
    /** What was clicked through a label, until this click is over. */
    let labelled;
    const trackDeclared = (element) => {
        const event = declaredEvent(attributesOf(element));
        if (event)
            track(event.name, event.properties);
    };
    const onClick = (event) => {
        // Into the open shadow trees, too.
        const path = event.composedPath();
        const declared = path.filter(isDeclared).find((element) => !(element instanceof HTMLFormElement));
        // The same click once more, made by the browser.
        if (!declared || (labelled?.[0] === declared && labelled[1] === path[0]))
            return;
        labelled = [declared, labelledBy(path)];
        setTimeout(() => {
            labelled = undefined;
        });
        trackDeclared(declared);
    };
    const onSubmit = ({ target }) => {
        if (target && isDeclared(target))
            trackDeclared(target);
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('submit', onSubmit, true);
    return () => {
        document.removeEventListener('click', onClick, true);
        document.removeEventListener('submit', onSubmit, true);
    };
};
