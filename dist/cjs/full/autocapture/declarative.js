"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.onDeclared = void 0;
const declared_event_ts_1 = require("./declared-event.js");
/** Reads `attributes` by the prototype, because a form's field called `attributes` hides the form's own. */
const attributesOf = (element) => Reflect.get(Element.prototype, 'attributes', element);
const isDeclared = (target) => target instanceof Element && attributesOf(target).getNamedItem('data-track') !== null;
/**
 * Returns the control that the browser will click by itself after this click, since the click hit the control's label.
 */
const labelledBy = (path) => {
    const label = path.find((target) => target instanceof HTMLLabelElement);
    const control = label?.control ?? null;
    return control && path.includes(control) ? null : control;
};
/**
 * Tracks the events that elements declare with `data-track` and `data-track-…`: a click on the element or anything in
 * it, by mouse, finger or keyboard, and a form's `submit`. Of nested elements the innermost counts. The document has
 * one listener for each of the two; they run before the page's own, which therefore cannot hide what has happened.
 * Returns the function that stops it.
 */
const onDeclared = (track, document = window.document) => {
    /** The declared element that was clicked through a label, until this click is over. */
    let labelled;
    const trackDeclared = (element) => {
        const event = (0, declared_event_ts_1.declaredEvent)(attributesOf(element));
        if (event)
            track(event.name, event.properties);
    };
    const onClick = (event) => {
        // The path leads into open shadow trees, too.
        const path = event.composedPath();
        const declared = path.filter(isDeclared).find((element) => !(element instanceof HTMLFormElement));
        // The browser has repeated the click on a label as a click on its control: it is the same click.
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
exports.onDeclared = onDeclared;
