/**
 * The board's style, for elements below one of the class `sendoff`. It contains no address, so that nothing is loaded.
 */
export const BOARD_STYLE = `
  .sendoff {
    color-scheme: light dark;
    --ground: light-dark(#fffdf9, #161513);
    --ink: light-dark(#211e1a, #f2ede4);
    --soft: light-dark(#645d52, #aba396);
    --edge: light-dark(#e5ddcf, #34302a);
    --tile: light-dark(#f4efe5, #211f1b);
    --accent: light-dark(#9a4210, #ffb06b);
    container-type: inline-size;
    box-sizing: border-box;
    background: var(--ground);
    color: var(--ink);
    font: 0.875rem/1.45 system-ui, sans-serif;
    text-align: start;
  }
  .sendoff *, .sendoff *::before { box-sizing: border-box; }
  .sendoff h2, .sendoff h3, .sendoff p, .sendoff ol, .sendoff dl, .sendoff dd, .sendoff pre { margin: 0; padding: 0; }
  .sendoff h2, .sendoff h3, .sendoff dt, .sendoff .heads, .sendoff .status {
    font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase;
  }
  .sendoff h2 { font-size: 1.05rem; letter-spacing: 0.14em; }
  .sendoff h3 { margin-bottom: 0.5rem; color: var(--soft); font-size: 0.75rem; }
  .sendoff ol { list-style: none; }
  .sendoff .soft, .sendoff .words, .sendoff dt, .sendoff .heads, .sendoff .to, .sendoff .result { color: var(--soft); }
  .sendoff .time, .sendoff .clock, .sendoff .times, .sendoff .totals dd, .sendoff .status, .sendoff pre {
    font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-variant-numeric: tabular-nums;
  }
  .sendoff .head { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; }
  .sendoff .clock { color: var(--accent); font-size: 1.05rem; letter-spacing: 0.06em; }
  .sendoff .totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.25rem, 1fr)); gap: 0.75rem 1rem; margin: 0.9rem 0 1.1rem; }
  .sendoff .totals dt { font-size: 0.6875rem; }
  .sendoff .totals dd { font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
  .sendoff .totals dd.none { color: var(--soft); }
  .sendoff .remark { margin-bottom: 0.75rem; color: var(--accent); overflow-wrap: anywhere; }
  .sendoff .remark:empty, .sendoff .more:empty, .sendoff .words:empty { display: none; }
  .sendoff .line {
    display: grid; grid-template-columns: 4.75rem minmax(0, 1fr) 6.5rem 7.25rem; gap: 0 0.75rem; align-items: baseline;
    min-height: 2.25rem; padding: 0.4rem 0; border-top: 1px solid var(--edge);
  }
  .sendoff .heads { min-height: 0; border: 0; font-size: 0.6875rem; }
  .sendoff .heads .time, .sendoff .heads .status { font-family: inherit; }
  .sendoff summary { cursor: pointer; list-style: none; }
  .sendoff summary::-webkit-details-marker { display: none; }
  .sendoff summary:hover .name { text-decoration: underline; text-underline-offset: 0.2em; }
  .sendoff :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .sendoff .event, .sendoff .to { overflow-wrap: anywhere; }
  .sendoff .name { font-weight: 550; }
  .sendoff li .to { text-transform: capitalize; }
  .sendoff .times { color: var(--soft); white-space: nowrap; }
  .sendoff .words { display: block; font-size: 0.8125rem; }
  .sendoff li .status {
    justify-self: start; padding: 0.1rem 0.45rem; border-radius: 3px; background: var(--tile); font-size: 0.6875rem; line-height: 1.5;
  }
  .sendoff .heads .status { padding-inline-start: 0.45rem; }
  .sendoff [data-status="in flight"] .status, .sendoff [data-status="handed off"] .status { background: var(--accent); color: var(--ground); }
  .sendoff [data-status="unanswered"] .status { box-shadow: inset 0 0 0 1px var(--accent); color: var(--accent); }
  .sendoff [data-status="delivered"] .status { background: none; color: var(--soft); }
  .sendoff [data-status="refused"] .status, .sendoff [data-status="invalid"] .status, .sendoff [data-status="expired"] .status,
  .sendoff [data-status="evicted"] .status, .sendoff [data-status="too-large"] .status, .sendoff [data-status="unreadable"] .status {
    background: var(--ink); color: var(--ground);
  }
  .sendoff .blanks .line::before { content: ""; grid-column: 1 / 4; align-self: center; height: 1px; width: 1.5rem; background: var(--edge); }
  .sendoff .more { padding: 0.4rem 0; border-top: 1px solid var(--edge); }
  .sendoff .inside { padding: 0 0 0.9rem 5.5rem; }
  .sendoff .facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.5rem; }
  .sendoff .facts div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; min-width: 0; }
  .sendoff .facts dt { font-size: 0.6875rem; align-self: center; }
  .sendoff .facts dd { min-width: 0; overflow-wrap: anywhere; }
  .sendoff pre { padding: 0.6rem 0.75rem; border-radius: 4px; background: var(--tile); font-size: 0.75rem; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
  .sendoff .flushes { margin-top: 1.25rem; }
  .sendoff .flushes .line { grid-template-columns: 4.75rem minmax(0, 1fr) minmax(5rem, auto); }
  .sendoff .flushes .name { margin-inline-end: 0.5rem; }
  .sendoff .flushes .words { display: inline; }
  .sendoff .result { text-align: end; }
  .sendoff .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .sendoff button {
    min-height: 2.25rem; padding: 0.25rem 0.75rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--tile);
    color: var(--ink); font: inherit; cursor: pointer;
  }
  .sendoff button:hover { border-color: var(--accent); }
  @container (max-width: 34rem) {
    .sendoff .line { grid-template-columns: 4.5rem minmax(0, 1fr) auto; gap: 0 0.6rem; }
    .sendoff .line .to { display: none; }
    .sendoff .inside { padding-inline-start: 0; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .sendoff .flip { animation: sendoff-flip 0.28s ease-out; }
    @keyframes sendoff-flip { from { transform: rotateX(88deg); } }
  }
`
