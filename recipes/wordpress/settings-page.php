<?php
/**
 * Makes the page Settings → sendoff.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', 'sendoff_register_settings' );
add_action( 'admin_menu', 'sendoff_add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( __DIR__ . '/sendoff.php' ), 'sendoff_add_settings_link' );

function sendoff_register_settings() {
	register_setting( SENDOFF_OPTION, SENDOFF_OPTION, array( 'sanitize_callback' => 'sendoff_sanitize' ) );
	add_settings_section( 'sendoff', '', 'sendoff_print_introduction', SENDOFF_OPTION );
	$fields = array(
		'key'       => __( 'Klaviyo’s site id', 'sendoff' ),
		'consent'   => __( 'Consent', 'sendoff' ),
		'pageviews' => __( 'Page views', 'sendoff' ),
		'worker'    => __( 'After the tab is gone', 'sendoff' ),
	);
	foreach ( $fields as $name => $label ) {
		add_settings_field( "sendoff_$name", $label, "sendoff_print_{$name}_field", SENDOFF_OPTION, 'sendoff', array( 'label_for' => "sendoff_$name" ) );
	}
}

function sendoff_add_settings_page() {
	add_options_page( 'sendoff', 'sendoff', 'manage_options', SENDOFF_OPTION, 'sendoff_print_settings_page' );
}

/** Adds a link to the settings in the list of plugins. */
function sendoff_add_settings_link( $links ) {
	$address = admin_url( 'options-general.php?page=' . SENDOFF_OPTION );
	array_unshift( $links, '<a href="' . esc_url( $address ) . '">' . esc_html__( 'Settings', 'sendoff' ) . '</a>' );
	return $links;
}

function sendoff_print_settings_page() {
	echo '<div class="wrap"><h1>sendoff</h1><form action="options.php" method="post">';
	settings_fields( SENDOFF_OPTION );
	do_settings_sections( SENDOFF_OPTION );
	submit_button();
	echo '</form></div>';
}

function sendoff_print_introduction() {
	echo '<p>' . esc_html__( 'Nothing is tracked before there is a site id, and nothing of those who may write here.', 'sendoff' ) . '</p>';
}

function sendoff_print_key_field() {
	printf(
		'<input type="text" id="sendoff_key" name="sendoff[key]" value="%s" class="regular-text code" autocomplete="off" spellcheck="false"><p class="description">%s</p>',
		esc_attr( sendoff_settings()['key'] ),
		esc_html__( 'The public one: six letters or digits, in Klaviyo under Settings → API keys.', 'sendoff' )
	);
}

function sendoff_print_consent_field() {
	$choices = array(
		'granted'  => __( 'not needed: track from the first page on', 'sendoff' ),
		'required' => __( 'needed: store and send nothing before it is given', 'sendoff' ),
	);
	echo '<select id="sendoff_consent" name="sendoff[consent]">';
	foreach ( $choices as $value => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( sendoff_settings()['consent'], $value, false ), esc_html( $label ) );
	}
	echo '</select><p class="description">' . esc_html__( 'It is taken from the plugin WP Consent API (marketing), or from your own banner, which calls sendoffConsent(\'granted\') or sendoffConsent(\'denied\').', 'sendoff' ) . '</p>';
}

function sendoff_print_pageviews_field() {
	sendoff_print_checkbox( 'pageviews', __( 'Track each page that is viewed', 'sendoff' ) );
}

function sendoff_print_worker_field() {
	sendoff_print_checkbox( 'worker', __( 'Let a service worker deliver what a page that is left could not (needs HTTPS)', 'sendoff' ) );
}

function sendoff_print_checkbox( $name, $label ) {
	printf(
		'<label><input type="checkbox" id="sendoff_%1$s" name="sendoff[%1$s]" value="1"%2$s> %3$s</label>',
		esc_attr( $name ),
		checked( sendoff_settings()[ $name ], '1', false ),
		esc_html( $label )
	);
}
