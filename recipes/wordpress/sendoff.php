<?php
/**
 * Plugin Name: sendoff
 * Description: Sends page views, and with WooCommerce viewed products and placed orders, to Klaviyo through sendoff; says who is logged in, save for staff. Nothing is tracked in previews and in the customizer.
 * Version: 0.1.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

/** Klaviyo's public site id: six letters or digits. */
const SENDOFF_SITE_ID = 'AbC123';

add_action( 'wp_head', 'sendoff_print_scripts', 1 );
add_action( 'wp_footer', 'sendoff_print_page_view' );
add_action( 'woocommerce_after_single_product', 'sendoff_print_product' );
add_action( 'woocommerce_thankyou', 'sendoff_print_order' );

/** Whether nobody but the site's own people see this page. */
function sendoff_is_preview() {
	return is_preview() || is_customize_preview();
}

/** The stub and the script, and who the visitor is. */
function sendoff_print_scripts() {
	if ( sendoff_is_preview() ) {
		return;
	}
	wp_print_inline_script_tag( file_get_contents( __DIR__ . '/stub.js' ) );
	wp_print_script_tag(
		array(
			'src'      => plugins_url( 'sendoff.klaviyo.js', __FILE__ ),
			'async'    => true,
			'data-key' => SENDOFF_SITE_ID,
		)
	);
	$user = wp_get_current_user();
	// Who may write here is staff, and no customer.
	if ( $user->exists() && ! $user->has_cap( 'edit_posts' ) ) {
		sendoff_print(
			'track.identify',
			array(
				(string) $user->ID,
				// Without what is empty, which would erase what is known.
				array_filter(
					array(
						'email'     => $user->user_email,
						'firstName' => $user->first_name,
						'lastName'  => $user->last_name,
					)
				),
			)
		);
	}
}

/** The page that is looked at; at its end, when its title is known. */
function sendoff_print_page_view() {
	if ( sendoff_is_preview() ) {
		return;
	}
	wp_print_inline_script_tag( "track('Viewed Page', { path: location.pathname, title: document.title })" );
}

/** The product that is looked at. */
function sendoff_print_product() {
	if ( sendoff_is_preview() ) {
		return;
	}
	$product = wc_get_product( get_the_ID() );
	sendoff_print(
		'track',
		array(
			'Viewed Product',
			array(
				'sku'      => $product->get_sku(),
				'title'    => $product->get_name(),
				'value'    => (float) $product->get_price(),
				'currency' => get_woocommerce_currency(),
			),
		)
	);
}

/** The order that was placed; its number is the event's id, so that a page loaded again counts once. */
function sendoff_print_order( $order_id ) {
	if ( sendoff_is_preview() ) {
		return;
	}
	$order = wc_get_order( $order_id );
	$email = $order->get_billing_email();
	// An order that staff enters is another person's.
	if ( $email && ! current_user_can( 'edit_posts' ) ) {
		sendoff_print( 'track.identify', array( null, array( 'email' => $email ) ) );
	}
	sendoff_print(
		'track',
		array(
			'Placed Order',
			array(
				'value'    => (float) $order->get_total(),
				'currency' => $order->get_currency(),
			),
			array( 'id' => 'order-' . $order->get_id() ),
		)
	);
}

/** A call with its arguments as JSON, which stays inside of its script tag whatever they say. */
function sendoff_print( $call, $arguments ) {
	$json = wp_json_encode( $arguments, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES );
	wp_print_inline_script_tag( $call . '(...' . $json . ')' );
}
