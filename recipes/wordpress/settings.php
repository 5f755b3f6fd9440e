<?php
/**
 * Keeps the settings of the site, in one option.
 */

defined( 'ABSPATH' ) || exit;

/** The option's name. */
const SENDOFF_OPTION = 'sendoff';

/** The key is empty at first, so that the plugin tracks nothing before it is set up. */
const SENDOFF_DEFAULTS = array(
	'key'       => '',
	'consent'   => 'granted',
	'pageviews' => '1',
	'worker'    => '',
);

/** Returns the settings, each of which is a text. */
function sendoff_settings() {
	return array_merge( SENDOFF_DEFAULTS, (array) get_option( SENDOFF_OPTION, array() ) );
}

/** Turns the values of a form into settings. A wrong key is reported, and the previous one stays. */
function sendoff_sanitize( $given ) {
	$given = is_array( $given ) ? $given : array();
	$key   = is_string( $given['key'] ?? null ) ? trim( $given['key'] ) : '';
	if ( '' !== $key && ! preg_match( '/^[A-Za-z0-9]{6}$/D', $key ) ) {
		sendoff_refuse_key( $key );
		$key = sendoff_settings()['key'];
	}
	return array(
		'key'       => $key,
		'consent'   => 'required' === ( $given['consent'] ?? '' ) ? 'required' : 'granted',
		'pageviews' => empty( $given['pageviews'] ) ? '' : '1',
		'worker'    => empty( $given['worker'] ) ? '' : '1',
	);
}

/** Tells what is wrong with a key, without repeating it, because it may be a private one. */
function sendoff_refuse_key( $key ) {
	// Only the administration has this function, but other code may write the option, too.
	if ( ! function_exists( 'add_settings_error' ) ) {
		return;
	}
	$message = 0 === strpos( $key, 'pk_' )
		? __( 'This is a private key of Klaviyo: it must not stand in a page, and was not saved. Expected is the public site id, six letters or digits.', 'sendoff' )
		: __( 'The site id is six letters or digits; what was given was not saved.', 'sendoff' );
	add_settings_error( SENDOFF_OPTION, 'sendoff_key', $message );
}
