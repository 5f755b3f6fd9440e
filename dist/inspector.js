"use strict";(()=>{var le=({identity:{email:e,userId:t,phone:n}})=>`${e??t??n??"anonymous"}`,D=(e,t)=>{let n=[];for(let{event:o,destination:r,status:s,detail:l}of e){let{name:u}=o,d=`${r}/${o.id}`,c=le(o),i=n.at(-1);if(i?.destination===r&&i.name===u&&i.status===s&&i.detail===l&&i.person===c)i.events.push(o),i.key=d;else{if(n.length===t)break;n.push({key:d,destination:r,name:u,status:s,detail:l,person:c,events:[o]})}}return n};var y=(e,t)=>{e.textContent!==`${t}`&&(e.textContent=`${t}`)},a=(e,t,n=[],o={})=>{let r=document.createElement(e);t&&(r.className=t);for(let[s,l]of Object.entries(o))r.setAttribute(s,l);return r.append(...n.map(s=>s instanceof Node?s:`${s}`)),r};var A={start:"the page has opened",interval:"a second has passed",size:"a batch is full",online:"the network is back",hidden:"the tab was hidden",pagehide:"the page is being left",retry:"another attempt is due",manual:"somebody asked for it"},$={waiting:"Waiting","in flight":"In flight","handed off":"Handed off",unanswered:"Goes again",delivered:"Delivered",refused:"Refused",expired:"Expired",evicted:"Evicted",unreadable:"Unreadable",invalid:"Invalid","too-large":"Too large",consent:"No consent",filtered:"Filtered",gone:"Has left"},fe=e=>`${e}`.padStart(2,"0"),w=e=>{let t=new Date(e);return[t.getHours(),t.getMinutes(),t.getSeconds()].map(fe).join(":")},v=e=>e.toLocaleString("en"),x=(e,t)=>e.length>t?`${e.slice(0,t)} \u2026 ${v(e.length-t)} more characters`:e,k=(e,t)=>`${v(e)} ${t}${e===1?"":"s"}`;var F=120,E=3,ce=1500,ue=({id:e,time:t,properties:n})=>`${e}
${new Date(t).toISOString()}
${x(JSON.stringify(n,null,2),ce)}`,pe=e=>e>E?`and ${v(e-E)} more like these`:"",_=()=>{let e=a("span","time"),t=a("span","name"),n=a("span","times"),o=a("span","words"),r=a("span","to"),s=a("span","status"),l=a("dd",""),u=a("dd",""),d=a("pre",""),c=a("p","soft"),i=a("span","event",[t," ",n,o]),f=a("details","",[a("summary","line",[e,i,r,s]),a("div","inside",[a("dl","facts",[a("div","",[a("dt","",["Person"]),l]),a("div","",[a("dt","",["To"]),u])]),d,c])]),g=a("li","",[f]);return{element:g,update(p){let[m]=p.events,h=g.dataset.status;g.dataset.status=p.status,h&&h!==p.status&&(s.classList.remove("flip"),s.offsetWidth,s.classList.add("flip")),y(e,w(m?.time??0)),y(t,x(p.name,F)),y(n,p.events.length>1?`\xD7 ${v(p.events.length)}`:""),y(o,x(p.detail??"",F)),y(r,p.destination),y(s,$[p.status]??p.status),y(l,p.person),y(u,p.destination),!(!f.open&&d.textContent)&&(y(d,p.events.slice(0,E).map(ue).join(`

`)),y(c,pe(p.events.length)))}}};var T=(e,t,n)=>{let o=new Map;return r=>{let s=new Set(r.map(t));for(let[l,{element:u}]of o)s.has(l)||(u.remove(),o.delete(l));r.forEach((l,u)=>{let d=t(l),c=o.get(d)??n(l);o.set(d,c),c.update(l);let i=e.children[u];i!==c.element&&e.insertBefore(c.element,i??null)})}};var me=8,ge=({delivered:e,dropped:t})=>[e&&`${k(e,"event")} delivered`,t&&`${k(t,"event")} refused`].filter(Boolean).join(", "),ye=e=>{let t=a("span","result");return{element:a("li","line",[a("span","time",[w(e.timeMs)]),a("span","event",[a("span","name",[e.reason]),a("span","words",[A[e.reason]??""])]),t]),update:o=>y(t,ge(o)||"\u2013")}},I=()=>{let e=a("ol","lines"),t=a("p","soft",["None yet."]),n=T(e,({key:o})=>o,ye);return{element:a("section","flushes",[a("h3","",["Flushes, and why"]),e,t]),update(o){n(o.slice(0,me)),t.hidden=o.length>0}}};var he=4e3,ve=({waiting:e,inFlight:t,handedOff:n,delivered:o,dead:r})=>`${v(e+t+n)} on the way, ${v(o)} delivered, ${v(r)} refused`,N=()=>{let e=a("p","unseen",[],{role:"status"}),t=0;return{element:e,update(n){let o=ve(n),r=performance.now();o===e.textContent||r-t<he||(t=r,y(e,o))}}};var P=e=>{let t=n=>e.reduce((o,r)=>o+r.queued[n],0);return{waiting:t("waiting")+t("unanswered"),inFlight:t("in flight"),handedOff:t("handed off"),delivered:e.reduce((n,{state:o})=>n+(o.counts.delivered??0),0),dead:e.reduce((n,{letters:o})=>n+o,0)}},j={waiting:"Waiting",inFlight:"In flight",handedOff:"Handed off",delivered:"Delivered",dead:"Dead letters"},C=()=>{let e=Object.keys(j).map(t=>[t,a("dd","",["0"])]);return{element:a("dl","totals",e.map(([t,n])=>a("div","",[a("dt","",[j[t]]),n],{"data-total":t}))),update(t){for(let[n,o]of e)y(o,v(t[n])),o.classList.toggle("none",t[n]===0)}}};var O=10,be=200,we=({destination:e,state:t})=>{let{reason:n,detail:o,failures:r}=t;if(!n)return"";let s=x(o||n,be);return n==="paused"?`${e} refuses everything: ${s}. The queue is kept.`:`${e} is delayed: ${n==="unanswered"?"no answer":s}, ${k(r,"attempt")} without success.`},xe=e=>e.reduce((t,{events:n})=>t+n.length,0),B=()=>{let e=a("span","clock",[],{"aria-hidden":"true"}),t=C(),n=a("p","remark"),o=a("ol","lines"),r=a("div","blanks",[],{"aria-hidden":"true"}),s=a("p","soft more"),l=I(),u=N(),d=T(o,({key:i})=>i,_),c=["Time","Event","To","Status"].map(i=>a("span",i.toLowerCase(),[i]));return{element:a("section","board",[a("header","head",[a("h2","",["Departures"]),e]),t.element,n,a("div","heads line",c,{"aria-hidden":"true"}),o,r,s,l.element,u.element]),update({lanes:i,departures:f,flushes:g}){let p=D(f,O),m=P(i);for(d(p);r.childElementCount>O-p.length;)r.lastElementChild?.remove();for(;r.childElementCount<O-p.length;)r.append(a("div","line"));let h=f.length-xe(p);y(s,h>0?`and ${k(h,"earlier event")}`:""),t.update(m),y(n,i.map(we).filter(Boolean).join(" ")),l.update(g),u.update(m),y(e,w(Date.now()))}}};var z=`
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
`;var ke=({status:e})=>e==="waiting"||e==="in flight"||e==="handed off"||e==="unanswered",Se=(e,t)=>Object.entries(t).every(([n,o])=>o===(e[n]??0)||n==="delivered"),H=()=>{let e=new Map,t=new Map,n=(r,{id:s})=>`${r}/${s}`,o=r=>{let s=n(r.destination,r.event);if(e.set(s,r),e.size>3e3){for(let[l]of e)if(e.delete(l))break}};return{settle(r,s,{type:l,reason:u,detail:d}){l==="delivered"?o({destination:r,event:s,status:"delivered"}):l==="dropped"&&o({destination:r,event:s,status:u,detail:d})},update({destination:r,events:s,completeFrom:l,newestLetters:u,state:d}){let c=new Set;for(let{event:f,status:g}of s)c.add(n(r,f)),o({destination:r,event:f,status:g});for(let{event:f,reason:g,detail:p}of u)c.add(n(r,f)),o({destination:r,event:f,status:g,detail:p});let i=Se(t.get(r)??{},d.counts);t.set(r,d.counts);for(let[f,g]of e)g.destination===r&&ke(g)&&!c.has(f)&&g.event.id>=l&&e.set(f,{...g,status:i?"delivered":"gone"})},list:()=>[...e.values()].sort((r,s)=>r.event.id<s.event.id?1:-1)}};var Te="sendoff-inspector",K=e=>{let t=new Map,n=new Map,o=new Set,r=Math.random().toString(36).slice(2),s=typeof BroadcastChannel>"u"?void 0:new BroadcastChannel(Te),l=0,u=d=>{if(t.set(d.key,d),t.size>30){for(let[c]of t)if(t.delete(c))break}};return s?.addEventListener("message",({data:d})=>u(d)),{add(d,c){l+=1;let f={key:`${r}/${l}`,timeMs:e(),destination:d,reason:c,delivered:0,dropped:0};n.set(d,f),u(f),s?.postMessage(f)},settle(d,{type:c}){let i=n.get(d);if(!i)return;let{delivered:f,dropped:g}=i,p=c==="delivered"?{...i,delivered:f+1}:{...i,dropped:g+1};n.set(d,p),t.has(p.key)&&t.set(p.key,p),o.add(d)},list(){for(let d of o)s?.postMessage(n.get(d));return o.clear(),[...t.values()].sort((d,c)=>c.timeMs-d.timeMs)},close:()=>s?.close()}};var b=e=>{try{return{...JSON.parse(`${e}`)}}catch{return{}}};function Le(e,t){let n=this[e];return typeof n=="string"||Array.isArray(n)?n:t}var R=e=>JSON.stringify(e,"toJSON"in Array.prototype?Le:void 0);var Ee=864e13,Oe=e=>typeof e?.id=="string"&&!!e.identity&&!!e.properties&&e.time<=Ee,W=e=>{let t=Object.values(b(e));return t.every(Oe)?t:[]};var Re=36e5,Me=2*Re,Q=(e,t)=>{let n={at:0,due:0,lease:0,locked:!1,failures:0,reason:"",detail:"",bad:0,sending:[],until:0,seen:[],counts:{}},o=b(e);for(let[r,s]of Object.entries(n))o[r]?.constructor===s.constructor&&(n[r]=o[r]);return(n.at>t||n.due>t+Me)&&(n.due=0),n};var U=e=>`${e}/e/`,q=e=>`${e}/e/new/`,L=e=>e.replace("/new/","/again/");var V=e=>Number(e.split("/")[4])||0;var J=e=>{let t=n=>{try{return n(e())}catch{return}};return{keys:()=>t(Object.keys)??[],get:n=>t(o=>o.getItem(n)),set:(n,o)=>t(r=>r.setItem(n,o)),delete:n=>t(o=>o.removeItem(n))}};var G=(e,t)=>{let n="";return{list:()=>[...e().keys()].filter(o=>o.startsWith(`${t}/`)).sort(),write(o,r){let s=`${t}/${o}`,l=R(r);return e().set(s,l),e().get(s)===l},read:o=>b(e().get(o)),mark(o=""){let r=e().get(t)??"";return r>n&&(n=r),o>n&&(n=o),o&&e().set(t,n),n}}};var De=/^(sendoff\/[^/]+)\/.+$/,X=()=>{let e=J(()=>localStorage);return[...e.keys()].flatMap(t=>{let[,n=""]=De.exec(t)??[],o=G(()=>e,n).read(t);return n&&!o.outcomes?[{destination:n.split("/")[1]??"",note:o}]:[]})};var Y=e=>new Promise((t,n)=>{e.onsuccess=()=>t(e.result),e.onerror=()=>n(e.error)}),Ae=()=>new Promise((e,t)=>{let n=indexedDB.open("sendoff");n.onupgradeneeded=()=>n.transaction?.abort(),n.onsuccess=()=>e(n.result),n.onerror=()=>n.error?.name==="AbortError"?e(void 0):t(n.error)}),Z=async e=>{let t=await Ae();if(t)try{let n=t.transaction("sendoff","readonly").objectStore("sendoff"),o=(await Y(n.getAllKeys())).map(String);return await e({keys:o,get:async r=>await Y(n.get(r))})}finally{t.close()}};var ee=60,te=(e,t,n,o)=>{let{sending:r,lease:s,until:l}=n,u=(d,c)=>d>o&&d<=o+c;return r.includes(e)||r.map(L).includes(e)?u(s,45e3)?"in flight":"unanswered":e.startsWith(q(t))?"waiting":u(l,1e4)?"handed off":"unanswered"},M=e=>e.split("/")[3]??"",$e=async(e,{keys:t,get:n},o)=>{let r=Q(await n(`${e}/s`),o),s=X().filter(({destination:m})=>m===e),l=new Set(t.filter(m=>m.startsWith(U(e)))),u=new Map;for(let{note:m}of s)for(let[h,S]of Object.entries(m.chunks??{}))!l.has(h)&&!l.has(L(h))&&u.set(m.keys?.includes(h)?L(h):h,S);let d={waiting:0,"in flight":0,"handed off":0,unanswered:0},c=[...l,...u.keys()].sort((m,h)=>M(m)<M(h)?-1:1);for(let m of c)d[te(m,e,r,o)]+=V(m);let i=c.slice(-ee),f=[];for(let m of i){let h=te(m,e,r,o);f.push(...W(u.get(m)??await n(m)).map(S=>({event:S,status:h})))}let g=t.filter(m=>m.startsWith(`${e}/d/`)),p=await Promise.all(g.slice(-ee).map(n));return{destination:e,queued:d,events:f,completeFrom:c.length>i.length?M(i[0]??""):"",letters:g.length,newestLetters:p.flatMap(m=>{let{event:h,reason:S="refused",detail:de}=b(m);return h?[{event:h,reason:S,detail:de}]:[]}),state:r}},ne=async e=>await Z(async n=>{let o=new Set(n.keys.map(s=>s.split("/")[0]??"")),r=[];for(let s of o)r.push(await $e(s,n,e));return r})??[];var Fe=500,oe=60,re=(e,t)=>{let n=H(),o=K(Date.now),r,s=!1,l=!1,u=async()=>{if(s||l)return;s=!0;let i=[];try{i=await ne(Date.now())}catch(f){console.warn("sendoff inspector:",f)}if(s=!1,!l){for(let f of i)n.update(f);t({lanes:i,departures:n.list(),flushes:o.list()}),d(Fe)}},d=i=>{clearTimeout(r),r=setTimeout(u,i)},c=e?[e.on("settled",({destination:i,event:f,outcome:g})=>{n.settle(i,f,g),o.settle(i,g),d(oe)}),e.on("flush",({destination:i,reason:f})=>{o.add(i,f),d(oe)})]:[];return u(),()=>{l=!0,clearTimeout(r),o.close();for(let i of c)Promise.resolve(i).then(f=>f?.())}};var se="sendoff-inspector",_e=`
  :host { all: initial; }
  .panel {
    position: fixed; inset: auto 0.75rem 0.75rem auto; z-index: 2147483647;
    width: min(40rem, calc(100vw - 1.5rem)); max-height: min(46rem, calc(100vh - 1.5rem));
    display: grid; grid-template-rows: auto minmax(0, 1fr);
    border: 1px solid var(--edge); border-radius: 8px; box-shadow: 0 8px 32px rgb(0 0 0 / 0.25);
  }
  .bar { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: 0.5rem 0.5rem 0.5rem 1rem; border-bottom: 1px solid var(--edge); color: var(--soft); }
  .body { padding: 1rem; overflow: auto; overscroll-behavior: contain; }
`,ae=e=>{let t=new CSSStyleSheet;return t.replaceSync(e),t},ie=e=>{let t=document.querySelector(se);if(t)return t.dispatchEvent(new Event("close")),()=>{};let n=document.createElement(se),o=n.attachShadow({mode:"open"});o.adoptedStyleSheets=[ae(z),ae(_e)];let r=B(),s=a("button","",["Close"],{type:"button"}),l=a("div","bar",[a("span","",["sendoff \xB7 all tabs of this browser"]),s]),u=a("div","body",[r.element],{tabindex:"0",role:"region","aria-label":"The queue"}),d=a("aside","sendoff panel",[l,u],{"aria-label":"sendoff inspector"});o.append(d);let c=re(e,r.update),i=()=>{c(),n.remove()};return n.addEventListener("close",i),s.addEventListener("click",i),d.addEventListener("keydown",({key:f})=>f==="Escape"&&i()),document.documentElement.append(n),i};var Ie=document.currentScript?.dataset.global??"track";ie(window[Ie]);})();
