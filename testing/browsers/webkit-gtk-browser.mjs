#!/usr/bin/env -S gjs -m
// A browser of a few lines around WebKitGTK, run by gjs; WebKitWebDriver starts it. WebKitGTK's own MiniBrowser forgets
// everything when a driver's session ends; this one keeps its profile in the folder given as its first argument, so
// that a visitor can come back. The second argument is the proxy for every other machine, the third names the
// circumstance.
import Gio from 'gi://Gio'
import GLib from 'gi://GLib'
import Gtk from 'gi://Gtk?version=3.0'
import WebKit from 'gi://WebKit2?version=4.1'

const [directory, proxy, circumstance, roomBytes] = globalThis.ARGV

// Quotas are set as parts of the disk.
const diskBytes = Gio.File.new_for_path(directory)
  .query_filesystem_info('filesystem::size', null)
  .get_attribute_uint64('filesystem::size')
const quotas =
  circumstance === 'little-room'
    ? { origin_storage_ratio: roomBytes / diskBytes, total_storage_ratio: (2 * roomBytes) / diskBytes }
    : {}

Gtk.init(null)
const manager =
  circumstance === 'private'
    ? WebKit.WebsiteDataManager.new_ephemeral()
    : new WebKit.WebsiteDataManager({
        base_data_directory: `${directory}/data`,
        base_cache_directory: `${directory}/cache`,
        ...quotas,
      })
manager.set_network_proxy_settings(
  WebKit.NetworkProxyMode.CUSTOM,
  WebKit.NetworkProxySettings.new(proxy, ['127.0.0.1', 'localhost']),
)
if (circumstance === 'no-cookies')
  manager.get_cookie_manager().set_accept_policy(WebKit.CookieAcceptPolicy.NEVER)
const context = new WebKit.WebContext({ website_data_manager: manager })
context.set_automation_allowed(true)

// Opens a window with a view in it; a page that opens another gets a window of its own.
const open = (properties) => {
  const view = new WebKit.WebView(properties)
  const window = new Gtk.Window({ default_width: 800, default_height: 600 })
  window.add(view)
  view.connect('close', () => window.destroy())
  view.connect('create', () => open({ related_view: view }))
  window.show_all()
  return view
}

context.connect('automation-started', (_, session) => {
  const info = new WebKit.ApplicationInfo()
  info.set_name('sendoff-webkit')
  session.set_application_info(info)
  session.connect('create-web-view', () => open({ web_context: context, is_controlled_by_automation: true }))
})

new GLib.MainLoop(null, false).run()
