<?php
/**
 * Plugin Name: sendoff
 * Description: Sends page views, and with WooCommerce viewed products and placed orders, to Klaviyo through sendoff, which loses no events; says who is logged in. Nothing is tracked of staff, in previews and in the customizer.
 * Version: 0.1.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: sendoff
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/settings.php';
require __DIR__ . '/tags.php';
require __DIR__ . '/log-out.php';
require __DIR__ . '/woocommerce.php';

if ( is_admin() ) {
	require __DIR__ . '/settings-page.php';
}
