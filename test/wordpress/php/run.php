<?php
/**
 * Runs what stands in its input in WordPress, and prints as JSON what that returns.
 */

$_SERVER['HTTP_HOST'] = parse_url( getenv( 'SENDOFF_ORIGIN' ), PHP_URL_HOST );
require getenv( 'SENDOFF_SITE' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

echo wp_json_encode( eval( file_get_contents( 'php://stdin' ) ) );
