___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "sendoff",
  "categories": ["ANALYTICS", "MARKETING", "EMAIL_MARKETING"],
  "brand": { "id": "brand_dummy", "displayName": "" },
  "description": "Tracks an event through a durable queue in the visitor's browser.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "origin",
    "displayName": "Where sendoff-gtm.js and sendoff.klaviyo.js lie, such as https://shop.example/assets",
    "simpleValueType": true,
    "valueValidators": [{ "type": "NON_EMPTY" }]
  },
  {
    "type": "TEXT",
    "name": "siteId",
    "displayName": "Klaviyo's public site id",
    "simpleValueType": true,
    "valueValidators": [{ "type": "REGEX", "args": ["[A-Za-z0-9]{6}"] }]
  },
  {
    "type": "TEXT",
    "name": "eventName",
    "displayName": "Event",
    "simpleValueType": true,
    "valueValidators": [{ "type": "NON_EMPTY" }]
  },
  {
    "type": "TEXT",
    "name": "eventId",
    "displayName": "Id that counts once, such as an order number",
    "simpleValueType": true
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "properties",
    "displayName": "Properties",
    "simpleTableColumns": [
      { "defaultValue": "", "displayName": "Name", "name": "name", "type": "TEXT" },
      { "defaultValue": "", "displayName": "Value", "name": "value", "type": "TEXT" }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const callInWindow = require('callInWindow');
const injectScript = require('injectScript');
const makeTableMap = require('makeTableMap');
const setInWindow = require('setInWindow');

const loader = data.origin + '/sendoff-gtm.js';
const properties = data.properties ? makeTableMap(data.properties, 'name', 'value') : {};
const options = data.eventId ? { id: data.eventId } : {};

setInWindow('sendoffTag', { src: data.origin + '/sendoff.klaviyo.js', key: data.siteId }, false);
injectScript(
  loader,
  () => {
    callInWindow('track', data.eventName, properties, options);
    data.gtmOnSuccess();
  },
  data.gtmOnFailure,
  loader
);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": { "publicId": "access_globals", "versionId": "1" },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  { "type": 1, "string": "key" },
                  { "type": 1, "string": "read" },
                  { "type": 1, "string": "write" },
                  { "type": 1, "string": "execute" }
                ],
                "mapValue": [
                  { "type": 1, "string": "sendoffTag" },
                  { "type": 8, "boolean": true },
                  { "type": 8, "boolean": true },
                  { "type": 8, "boolean": false }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  { "type": 1, "string": "key" },
                  { "type": 1, "string": "read" },
                  { "type": 1, "string": "write" },
                  { "type": 1, "string": "execute" }
                ],
                "mapValue": [
                  { "type": 1, "string": "track" },
                  { "type": 8, "boolean": false },
                  { "type": 8, "boolean": false },
                  { "type": 8, "boolean": true }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "inject_script", "versionId": "1" },
      "param": [
        {
          "key": "urls",
          "value": { "type": 2, "listItem": [{ "type": 1, "string": "https://shop.example/*" }] }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: tracks the event with its properties when the script is there
  code: |-
    mock('injectScript', (url, onSuccess) => onSuccess());
    mock('callInWindow', (path, name, properties, options) => {
      assertThat(path).isEqualTo('track');
      assertThat(name).isEqualTo('Placed Order');
      assertThat(properties).isEqualTo({ value: '19.90', currency: 'EUR' });
      assertThat(options).isEqualTo({ id: 'order-7' });
    });
    runCode(fields);
    assertApi('callInWindow').wasCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: says where the script lies and which site it is for before it is loaded
  code: |-
    mock('setInWindow', (path, value) => {
      assertThat(path).isEqualTo('sendoffTag');
      assertThat(value).isEqualTo({ src: 'https://shop.example/assets/sendoff.klaviyo.js', key: 'AbC123' });
    });
    runCode(fields);
    assertApi('setInWindow').wasCalled();
- name: needs neither properties nor an id
  code: |-
    mock('injectScript', (url, onSuccess) => onSuccess());
    mock('callInWindow', (path, name, properties, options) => {
      assertThat(properties).isEqualTo({});
      assertThat(options).isEqualTo({});
    });
    runCode({ origin: fields.origin, siteId: fields.siteId, eventName: 'Viewed Page' });
    assertApi('callInWindow').wasCalled();
- name: has failed when the script cannot be loaded
  code: |-
    mock('injectScript', (url, onSuccess, onFailure) => onFailure());
    runCode(fields);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('callInWindow').wasNotCalled();
setup: |-
  const fields = {
    origin: 'https://shop.example/assets',
    siteId: 'AbC123',
    eventName: 'Placed Order',
    eventId: 'order-7',
    properties: [{ name: 'value', value: '19.90' }, { name: 'currency', value: 'EUR' }],
  };


___NOTES___

Replace https://shop.example/ among the permissions by your own origin. The Community Template Gallery's version allows any
origin of HTTPS, and is narrowed in the same place.
