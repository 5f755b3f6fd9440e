<?php
/**
 * The tags in each page, and what WordPress knows of its visitor.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'wp_head', 'sendoff_print_tags', 1 );

/** Whether this page is tracked: it is not where nobody but the site's own people look. */
function sendoff_is_on() {
	$is_staff = current_user_can( 'edit_posts' );
	$is_on    = '' !== sendoff_settings()['key'] && ! $is_staff && ! is_preview() && ! is_customize_preview();
	/** Filters whether this page is tracked. */
	return apply_filters( 'sendoff_is_on', $is_on );
}

/** The stub, the script, and who the visitor is. */
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

/** What the settings are for the script. */
function sendoff_attributes() {
	$settings   = sendoff_settings();
	$attributes = array(
		// A page that is cached for long must not keep the script of another version.
		'src'              => add_query_arg( 'ver', substr( md5_file( __DIR__ . '/sendoff.full.js' ), 0, 8 ), plugins_url( 'sendoff.full.js', __FILE__ ) ),
		'async'            => true,
		'data-destination' => 'klaviyo',
		'data-key'         => $settings['key'],
		'data-consent'     => $settings['consent'],
	);
	if ( $settings['pageviews'] ) {
		// Spelled out: older themes make `data-pageviews="data-pageviews"` of a value that is true.
		$attributes['data-pageviews'] = 'true';
	}
	if ( $settings['worker'] ) {
		// Of this origin: a worker of another is refused by every browser.
		$attributes['data-worker'] = wp_make_link_relative( plugins_url( 'sendoff.worker.js', __FILE__ ) );
	}
	return $attributes;
}

/** Who is logged in, and a mark that is another when anything of it is; null where it is nobody. */
function sendoff_visitor() {
	$user = wp_get_current_user();
	if ( ! $user->exists() ) {
		return null;
	}
	// Without what is empty: it says nothing, and must erase nothing.
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

/** A call with its arguments as JSON, which stays inside of its script tag whatever they say. */
function sendoff_print( $call, $arguments ) {
	$json = wp_json_encode( $arguments, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES );
	wp_print_inline_script_tag( $call . '(...' . $json . ')' );
}
