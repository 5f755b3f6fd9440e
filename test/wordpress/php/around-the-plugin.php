<?php
/**
 * What the plugin meets: a vendor on this machine, and where a page asks for it, as much of WooCommerce as it uses.
 */

add_filter(
	'sendoff_attributes',
	static function ( $attributes ) {
		return $attributes + array( 'data-endpoint' => getenv( 'SENDOFF_VENDOR' ) );
	}
);

// As many shops have: goods that somebody may write who may write nothing else.
add_action(
	'init',
	static function () {
		register_post_type( 'goods', array( 'public' => true, 'capability_type' => array( 'good', 'goods' ), 'map_meta_cap' => true ) );
	}
);

/** A product and an order at once. */
class Around_The_Plugin_Ware {
	public function get_id() {
		return 1007;
	}
	public function get_sku() {
		return 'A-1';
	}
	public function get_name() {
		return 'Lamp </script>';
	}
	public function get_price() {
		return '19.90';
	}
	public function get_total() {
		return '39.80';
	}
	public function get_currency() {
		return 'EUR';
	}
	public function get_billing_email() {
		return 'guest@shop.test';
	}
}

function wc_get_product() {
	return new Around_The_Plugin_Ware();
}

function wc_get_order() {
	return new Around_The_Plugin_Ware();
}

function get_woocommerce_currency() {
	return 'EUR';
}

add_action(
	'wp_footer',
	static function () {
		$hook = $_GET['fired'] ?? '';
		if ( in_array( $hook, array( 'woocommerce_after_single_product', 'woocommerce_thankyou' ), true ) ) {
			do_action( $hook, 1007 );
		}
	}
);
