<?php
/**
 * Tracks products and orders of WooCommerce; without WooCommerce, this file does nothing.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'woocommerce_after_single_product', 'sendoff_print_product' );
add_action( 'woocommerce_thankyou', 'sendoff_print_order' );

/** Tracks the product that the page shows. */
function sendoff_print_product() {
	if ( ! sendoff_is_on() ) {
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

/** Tracks the order that was placed; its number is the event's id, so that a page loaded again counts once. */
function sendoff_print_order( $order_id ) {
	if ( ! sendoff_is_on() ) {
		return;
	}
	$order = wc_get_order( $order_id );
	$email = $order->get_billing_email();
	// A customer who is logged in is known already, and may have the bill sent to somebody else.
	if ( $email && ! is_user_logged_in() ) {
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
