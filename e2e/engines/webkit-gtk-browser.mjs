#!/usr/bin/env -S gjs -m
// A browser of a few lines around WebKitGTK, run by gjs: WebKitWebDriver starts it. WebKitGTK's own MiniBrowser
// forgets everything when a driver's session ends; this one keeps its profile in the folder given as its first
// argument, so that a visitor can come back.
import GLib from 'gi://GLib'
import Gtk from 'gi://Gtk?version=3.0'
import WebKit from 'gi://WebKit2?version=4.1'

const [directory] = globalThis.ARGV

Gtk.init(null)
const manager = new WebKit.WebsiteDataManager({
  base_data_directory: `${directory}/data`,
  base_cache_directory: `${directory}/cache`,
})
const context = new WebKit.WebContext({ website_data_manager: manager })
context.set_automation_allowed(true)

// A window with a view in it; a page that opens another gets a window of its own.
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
