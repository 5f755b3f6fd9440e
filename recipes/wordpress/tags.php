<?php
/**
 * Prints the tags into each page, and what WordPress knows of its visitor.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'wp_head', 'sendoff_print_tags', 1 );

/** Tells whether this page is tracked: a page that only the site's own people see is not. */
function sendoff_is_on() {
	$is_staff = current_user_can( 'edit_posts' );
	$is_on    = '' !== sendoff_settings()['key'] && ! $is_staff && ! is_preview() && ! is_customize_preview();
	/** Filters whether this page is tracked. */
	return apply_filters( 'sendoff_is_on', $is_on );
}

/** Prints the stub, the script, and who the visitor is. */
function sendoff_print_tags() {
	if ( ! sendoff_is_on() ) {
		return;
	}
	wp_print_inline_script_tag( file_get_contents( __DIR__ . '/stub.js' ) );
	/** Filters the attributes of the script's tag: `data-endpoint`, `data-gpc` and whatever else the script knows. */
	wp_print_script_tag( apply_filters( 'sendoff_attributes', sendoff_attributes() ) );
	wp_print_inline_script_tag( file_get_contents( __DIR__ . '/visitor.js' ) );
	sendoff_print( 'sendoffVisitor', array( sendoff_visitor(), sendoff_settings()['consent'] ) );
}

/** Returns the settings as attributes of the script's tag. */
function sendoff_attributes() {
	$settings   = sendoff_settings();
	$attributes = array(
		// The version is part of the address, so that a page that is cached for long does not get the script of another version.
		'src'              => add_query_arg( 'ver', substr( md5_file( __DIR__ . '/sendoff.full.js' ), 0, 8 ), plugins_url( 'sendoff.full.js', __FILE__ ) ),
		'async'            => true,
		'data-destination' => 'klaviyo',
		'data-key'         => $settings['key'],
		'data-consent'     => $settings['consent'],
	);
	if ( $settings['pageviews'] ) {
		// The value is a text, because older themes make `data-pageviews="data-pageviews"` of a value that is true.
		$attributes['data-pageviews'] = 'true';
	}
	if ( $settings['worker'] ) {
		// The address is of this origin, because every browser refuses a worker of another.
		$attributes['data-worker'] = wp_make_link_relative( plugins_url( 'sendoff.worker.js', __FILE__ ) );
	}
	return $attributes;
}

/** Returns who is logged in, and a mark that changes with any of it; null where nobody is logged in. */
function sendoff_visitor() {
	$user = wp_get_current_user();
	if ( ! $user->exists() ) {
		return null;
	}
	// Empty values are left out, because they say nothing and must erase nothing.
	$traits = array_filter(
		array(
			'email'     => $user->user_email,
			'firstName' => $user->first_name,
			'lastName'  => $user->last_name,
		)
	);
	$id     = (string) $user->ID;
	return array( $id, $traits, wp_hash( wp_json_encode( array( $id, $traits ) ) ) );
}

/** Returns a call with its arguments as JSON, which stays inside its script tag whatever the arguments contain. */
function sendoff_print( $call, $arguments ) {
	$json = wp_json_encode( $arguments, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES );
	wp_print_inline_script_tag( $call . '(...' . $json . ')' );
}
