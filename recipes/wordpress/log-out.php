<?php
/**
 * A visitor who logs out is another person from then on.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'wp_logout', 'sendoff_note_log_out' );

/** Leaves a mark by which the next page forgets the person (visitor.js), because a log-out has no page. */
function sendoff_note_log_out() {
	if ( '' === sendoff_settings()['key'] || headers_sent() ) {
		return;
	}
	$options = array(
		'path'     => '/',
		'secure'   => is_ssl(),
		'samesite' => 'Lax',
	);
	setcookie( 'sendoff_logged_out', '1', $options );
}
